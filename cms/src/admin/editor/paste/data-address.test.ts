import { expect, it } from 'vitest'
import { fileOfDataAddress } from './data-address'

it('makes a file of a picture that came as text', async () => {
  const file = fileOfDataAddress('data:image/jpeg;base64,aGVs\nbG8=')
  expect([file?.name, file?.type, await file?.text()]).toEqual(['图片.jpg', 'image/jpeg', 'hello'])
})

it.each([
  'data:image/svg+xml;base64,aGk=',
  'data:text/html,x',
  'data:image/png;base64,=a=',
  'https://a.example/',
  '',
])('makes none of %s', (address) => expect(fileOfDataAddress(address)).toBeNull())
