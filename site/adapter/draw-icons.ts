/** The app's icons as phones want them, drawn at each build from one picture of ours. */
import fs from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import sharp from 'sharp'

const GROUND = '#8a171a'
const GOLD = '#ecd49c'
const CORNER = 3
/** a maskable icon may lose all but a circle of four fifths: the drawing keeps within it */
const WITHIN_MASK = 0.66
const WITHIN_SQUARE = 1

type Look = { size: number; scale: number; corner: number; ground: string; line: string }
const app = { ground: GROUND, line: GOLD }
const icons: Record<string, Look> = {
  '192.png': { ...app, size: 192, scale: WITHIN_SQUARE, corner: CORNER },
  '512.png': { ...app, size: 512, scale: WITHIN_SQUARE, corner: CORNER },
  'maskable.png': { ...app, size: 512, scale: WITHIN_MASK, corner: 0 },
  // iOS rounds the corners itself, and shows what is transparent as black
  'apple.png': { ...app, size: 180, scale: 0.86, corner: 0 },
  // of this one Android takes the shape alone
  'badge.png': { size: 96, scale: WITHIN_SQUARE, corner: 0, ground: 'none', line: '#fff' },
}

/** The bridge of favicon.svg, on 32 × 32. */
const BRIDGE =
  '<path stroke-width="2.4" d="M11 6v20M21 6v20"/><path stroke-width="2" d="M3 21h26"/><path stroke-width="1.2" d="M11 7 4 20M11 7l5 13M21 7l-5 13M21 7l7 13"/>'

const drawing = ({ scale, corner, ground, line }: Look) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="${corner}" fill="${ground}"/>
<g transform="translate(16 16) scale(${scale}) translate(-16 -16)" fill="none" stroke="${line}" stroke-linecap="round">${BRIDGE}</g></svg>`

const SVG_SIZE = 32
const POINTS_PER_INCH = 72

export const drawIcon = (look: Look): Promise<Buffer> =>
  sharp(Buffer.from(drawing(look)), { density: (POINTS_PER_INCH * look.size) / SVG_SIZE })
    .resize(look.size, look.size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()

export const drawIcons = (): AstroIntegration => ({
  name: 'draw-icons',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(new URL('icons/', dir))
      await fs.mkdir(folder, { recursive: true })
      for (const [name, look] of Object.entries(icons)) await fs.writeFile(folder + name, await drawIcon(look))
    },
  },
})
