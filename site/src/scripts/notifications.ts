/** 新稿提醒: says how this device stands, and opens, changes or stops its subscription. */
import { choose, chosenFor, forget, serverKey } from './push-service.ts'

type State = 'unsupported' | 'install-first' | 'unavailable' | 'denied' | 'off' | 'on'

const root = document.querySelector<HTMLElement>('[data-notifications]') as HTMLElement
const form = root.querySelector('form') as HTMLFormElement
const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement
const boxes = () => Array.from(form.querySelectorAll<HTMLInputElement>('[name=choice]'))
const chosen = () => boxes().flatMap(({ checked, value }) => (checked ? value : []))

function show(state: State) {
  for (const line of root.querySelectorAll<HTMLElement>('[data-state]')) line.hidden = line.dataset['state'] !== state
  const isOn = state === 'on'
  form.hidden = !isOn && state !== 'off'
  part('submit').textContent = isOn ? '保存选择' : '打开提醒'
  part('stop').hidden = !isOn
}

function say(done: string, problem = '') {
  part('done').textContent = done
  part('problem').textContent = problem
  part('problem').hidden = problem === ''
}

const isPhoneOfApple = () =>
  /iPad|iPhone/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)

function whatCannotBe(): State | null {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return isPhoneOfApple() ? 'install-first' : 'unsupported'
  return Notification.permission === 'denied' ? 'denied' : null
}

const READY_WITHIN_MS = 15_000
/** It never comes where the browser keeps no workers, as in some private windows. */
const inTime = () =>
  new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('no service worker')), READY_WITHIN_MS)
  })
const manager = async () => (await Promise.race([navigator.serviceWorker.ready, inTime()])).pushManager

const asText = (key: ArrayBuffer | null) =>
  btoa(String.fromCharCode(...new Uint8Array(key ?? new ArrayBuffer())))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** One that was made for another key of the server receives nothing any more. */
async function current(key: string): Promise<PushSubscription | null> {
  const subscription = await (await manager()).getSubscription()
  if (!subscription || asText(subscription.options.applicationServerKey) === key) return subscription
  await subscription.unsubscribe()
  return null
}

async function look(key: string) {
  const subscription = await current(key)
  const choices = subscription && (await chosenFor(subscription))
  for (const box of boxes()) box.checked = choices?.includes(box.value) ?? false
  show(choices ? 'on' : 'off')
}

async function submit(key: string) {
  const choices = chosen()
  if (choices.length === 0) {
    say('', '请至少选一个栏目。')
    return boxes()[0]?.focus()
  }
  if ((await Notification.requestPermission()) !== 'granted')
    return Notification.permission === 'denied' ? show('denied') : say('', '没有得到允许，提醒没有打开。')
  const options = { userVisibleOnly: true, applicationServerKey: key }
  const subscription = (await current(key)) ?? (await (await manager()).subscribe(options))
  await choose(subscription, choices)
  show('on')
  say('已保存。')
}

async function stop(key: string) {
  const subscription = await current(key)
  if (subscription) {
    await forget(subscription)
    await subscription.unsubscribe()
  }
  await look(key)
  say('提醒已停止，这台设备的接收地址已从本站删除。')
  part('submit').focus()
}

/** What people do one after the other must not overlap, and must never fail in silence. */
function whenAsked(work: () => Promise<unknown>) {
  let isBusy = false
  return async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    try {
      say('')
      await work()
    } catch (error) {
      const isOurs = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message)
      say('', isOurs ? error.message : '浏览器没有连上它的通知服务，提醒没有打开，请过一会儿再试。')
    } finally {
      isBusy = false
    }
  }
}

async function begin() {
  const obstacle = whatCannotBe()
  if (obstacle) return show(obstacle)
  const key = await serverKey()
  form.addEventListener(
    'submit',
    whenAsked(() => submit(key)),
  )
  part('stop').addEventListener(
    'click',
    whenAsked(() => stop(key)),
  )
  await look(key)
}

begin().catch(() => show('unavailable'))
