/** Personal numbers as they are shown until somebody asks for them whole, and that is written down. */
const dots = (count: number) => '*'.repeat(Math.max(0, count))

/** `610*************34`: the region and the last two characters. */
export const maskedIdentity = (number: string): string =>
  number.length < 6 ? dots(number.length) : number.slice(0, 3) + dots(number.length - 5) + number.slice(-2)

/** `139****5678` */
export const maskedPhone = (phone: string): string =>
  phone.length < 8 ? dots(phone.length) : phone.slice(0, 3) + dots(phone.length - 7) + phone.slice(-4)

/** `z***@example.edu.cn` */
export function maskedMail(mail: string): string {
  const at = mail.indexOf('@')
  return at < 1 ? dots(mail.length) : `${mail[0]}***${mail.slice(at)}`
}
