/** Small pictures with the faults that real ones have, drawn here. */
import sharp, { type Sharp } from 'sharp'

const RED = { r: 200, g: 20, b: 20 }
const GREEN = { r: 20, g: 160, b: 20 }
const BLUE = { r: 20, g: 20, b: 200 }
const WHITE = { r: 250, g: 250, b: 250 }

/** Four corners of four colours: upper left red, upper right green, lower left blue, lower right white. */
export function corners(width = 640, height = 480): Sharp {
  const half = { width: width / 2, height: height / 2 }
  const tile = (background: typeof RED, left: number, top: number) => ({
    input: { create: { ...half, channels: 3 as const, background } },
    left,
    top,
  })
  return sharp({ create: { width, height, channels: 3, background: WHITE } })
    .composite([tile(RED, 0, 0), tile(GREEN, half.width, 0), tile(BLUE, 0, half.height)])
    .removeAlpha()
}

export const colourNames = { red: RED, green: GREEN, blue: BLUE, white: WHITE } as const

/** The names of the colours in the four corners, in reading order. */
export async function cornerColours(picture: Buffer): Promise<string[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  const nearest = ([r, g, b]: number[]) =>
    Object.entries(colourNames)
      .map(([name, colour]) => ({
        name,
        away: Math.abs(colour.r - r) + Math.abs(colour.g - g) + Math.abs(colour.b - b),
      }))
      .toSorted((one, other) => one.away - other.away)[0].name
  const [right, bottom] = [info.width - 4, info.height - 4]
  return [at(3, 3), at(right, 3), at(3, bottom), at(right, bottom)].map(nearest)
}

const SECRET_CAMERA = 'SECRET-CAMERA-MODEL'
const exif = {
  IFD0: { Make: SECRET_CAMERA, Artist: 'SECRET-ARTIST' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 20/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '108/1 54/1 0/1' },
}
export const secrets = [SECRET_CAMERA, 'SECRET-ARTIST', 'SECRET-XMP']
const xmp =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRET-XMP</a></x:xmpmeta><?xpacket end="w"?>'

/** As a phone stores it: the sensor's pixels, and how to turn them; with place, camera and a description. */
export const photo = (orientation = 1, size: [number, number] = [640, 480]): Promise<Buffer> =>
  corners(...size)
    .withExif(exif)
    .withXmp(xmp)
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer()

export const gif = (frames: number, side = 64): Promise<Buffer> => {
  const strip = Buffer.alloc(side * side * frames * 3)
  for (let frame = 0; frame < frames; frame += 1)
    strip.fill((frame * 53) % 256, frame * side * side * 3, (frame + 1) * side * side * 3)
  return sharp(strip, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } })
    .gif({ delay: Array(frames).fill(100) })
    .toBuffer()
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer) =>
  (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of a few bytes whose header promises more pixels than memory holds. */
export function bomb(width = 50_000, height = 50_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(64)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An animation of few bytes: each frame promises a screen full of pixels. */
export function gifBomb(frames: number, side: number): Buffer {
  const word = (value: number) => Buffer.from([value & 255, value >> 8])
  const screen = Buffer.concat([
    Buffer.from('GIF89a'),
    word(side),
    word(side),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ])
  const frame = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0]),
    word(side),
    word(side),
    Buffer.from([0, 2, 2, 0x4c, 0x01, 0]),
  ])
  return Buffer.concat([screen, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])])
}
