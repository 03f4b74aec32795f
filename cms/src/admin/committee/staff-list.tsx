/** Who is the committee's staff, and how somebody of the roster becomes one of them. */
import { Button, Dialog, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import { ConfirmDialog, useFetchClient } from '@strapi/strapi/admin'
import { type FormEvent, useState } from 'react'
import { committee as texts } from '../texts/committee'
import type { FoundMember, PrintedCode, Staff } from './answers'
import { useCommitteeAct } from './use-committee-act'

type Changed = { onChanged: () => void }

function StaffRow({ one, onChanged }: { one: Staff } & Changed) {
  const { post } = useFetchClient()
  const { act, isBusy } = useCommitteeAct()
  const [printed, setPrinted] = useState<PrintedCode | null>(null)
  const end = () =>
    act(async () => {
      await post(`/admin/committee/staff/${one.id}/end`, {})
      onChanged()
      return texts.ended(one.name)
    })
  const give = () =>
    act(async () => {
      const answer = await post<{ data: PrintedCode[] }>('/admin/member-codes', { numbers: [one.number] })
      setPrinted(answer.data.data[0] ?? null)
      return undefined
    })
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Flex gap={4} justifyContent="space-between">
        <Typography>
          {one.name}　{texts.since(one.fromOn)}
        </Typography>
        <Flex gap={2}>
          <Dialog.Root>
            <Dialog.Trigger>
              <Button variant="tertiary" size="S" disabled={isBusy}>
                {texts.give}
              </Button>
            </Dialog.Trigger>
            <ConfirmDialog onConfirm={give}>{texts.askGive(one.name)}</ConfirmDialog>
          </Dialog.Root>
          <Dialog.Root>
            <Dialog.Trigger>
              <Button variant="danger-light" size="S" disabled={isBusy}>
                {texts.end}
              </Button>
            </Dialog.Trigger>
            <ConfirmDialog onConfirm={end}>{texts.askEnd(one.name)}</ConfirmDialog>
          </Dialog.Root>
        </Flex>
      </Flex>
      <div role="status">
        {printed && <Typography fontWeight="bold">{texts.given(printed.code, printed.expiresAt)}</Typography>}
      </div>
    </Flex>
  )
}

function Appointment({ staff, onChanged }: { staff: Staff[] } & Changed) {
  const { get, post } = useFetchClient()
  const { act, isBusy } = useCommitteeAct()
  const [words, setWords] = useState('')
  const [members, setMembers] = useState<FoundMember[] | null>(null)

  const find = (event: FormEvent) => {
    event.preventDefault()
    void act(async () => {
      const address = `/admin/committee/members?${new URLSearchParams({ words })}`
      setMembers((await get<{ data: FoundMember[] }>(address)).data.data)
      return undefined
    })
  }
  const appoint = ({ id, name }: FoundMember) =>
    act(async () => {
      await post('/admin/committee/staff', { memberId: id })
      setMembers(null)
      setWords('')
      onChanged()
      return texts.appointed(name)
    })
  const isStaff = ({ id }: FoundMember) => staff.some(({ memberId }) => memberId === id)
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex tag="form" onSubmit={find} gap={3} alignItems="flex-end">
        <Field.Root width="24rem">
          <Field.Label>{texts.search}</Field.Label>
          <TextInput
            value={words}
            maxLength={50}
            placeholder={texts.searchHint}
            onChange={({ target }: { target: { value: string } }) => setWords(target.value)}
          />
        </Field.Root>
        <Button type="submit" variant="secondary" loading={isBusy} disabled={words.trim() === ''}>
          {texts.find}
        </Button>
      </Flex>
      {members?.length === 0 && <Typography>{texts.noneFound}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-live="polite">
        {(members ?? []).map((member) => (
          <Flex tag="li" key={member.id} gap={4} justifyContent="space-between">
            <Typography>{texts.person(member.name, member.number, `，${member.organisation}`)}</Typography>
            <Button
              size="S"
              disabled={isBusy || isStaff(member)}
              aria-label={`${texts.appoint}：${member.name}`}
              onClick={() => appoint(member)}
            >
              {texts.appoint}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Flex>
  )
}

export function StaffList({ staff, onChanged }: { staff: Staff[] } & Changed) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="omega">{texts.staffHint}</Typography>
      {staff.length === 0 && <Typography>{texts.noStaff}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {staff.map((one) => (
          <StaffRow key={one.id} one={one} onChanged={onChanged} />
        ))}
      </Flex>
      <Appointment staff={staff} onChanged={onChanged} />
    </Flex>
  )
}
