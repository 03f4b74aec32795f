/** A plan of the sample college, seen from above, not to scale; its words are drawn because a map without names leads nowhere. */
import { colour as c, disc, each, line, polygon, rect, ring, scene, shape } from '../pen.ts'

const word = (x: number, y: number, text: string, size = 30, fill: string = c.ink): string =>
  `<text x="${x}" y="${y}" fill="${fill}" font-family="Noto Sans CJK SC" font-size="${size}" text-anchor="middle">${text}</text>`

const building = (x: number, y: number, w: number, h: number, name: string, fill: string = c.cream): string =>
  rect(x + 6, y + 8, w, h, c.clay, 6) + rect(x, y, w, h, fill, 6) + word(x + w / 2, y + h / 2 + 10, name)

const tree = (x: number, y: number): string => disc(x, y, 17, c.moss) + disc(x - 4, y - 4, 9, c.sage)

const gate = (x: number, y: number, name: string, dx: number, dy: number): string =>
  disc(x, y, 15, c.red) + disc(x, y, 6, c.cream) + word(x + dx, y + dy, name, 30, c.red)

export const campusMap = (): string =>
  scene(
    c.parchment,
    shape('M0,0 H520 C430,90 300,110 230,210 C160,310 190,470 90,560 C60,590 30,600 0,610 Z', c.mist),
    line('M520,0 C430,90 300,110 230,210 C160,310 190,470 90,560 C60,590 30,600 0,610', c.slate, 3),
    word(150, 150, '示例河', 30, c.pine),
    // the streets outside
    rect(1380, 0, 110, 900, c.sand),
    line('M1435,0 V900', c.cream, 5, '30 24'),
    rect(0, 780, 1600, 96, c.sand),
    line('M0,828 H1600', c.cream, 5, '30 24'),
    '<g transform="rotate(90 1448 250)">' + word(1448, 250, '路石大道', 32) + '</g>',
    word(700, 838, '学府路', 32),
    // the campus and its ways
    polygon([[330, 90], [1350, 90], [1350, 750], [150, 750], [250, 500], [280, 300]], '#dfe0cd'),
    line('M1380,420 H420', c.cream, 34),
    line('M860,780 V170', c.cream, 34),
    line('M420,420 V640 H1240 V420', c.cream, 18),
    line('M480,420 V200 H1240 V420', c.cream, 18),
    // places
    building(900, 470, 250, 120, '行政楼', c.straw),
    building(900, 240, 300, 120, '图书馆'),
    building(530, 240, 280, 110, '轨道实训楼'),
    building(530, 470, 270, 120, '公路实训楼'),
    building(1020, 110, 220, 66, '学生公寓'),
    building(560, 110, 250, 66, '学生活动中心'),
    building(1020, 660, 290, 66, '离退休活动中心'),
    rect(290, 560, 190, 150, c.sage, 70),
    ring(385, 635, 54, c.cream, 5),
    word(385, 646, '操场'),
    rect(320, 250, 130, 110, c.sand, 8),
    line('M330,330 Q385,262 440,330 M330,342 H440 M358,302 V342 M385,290 V342 M412,302 V342', c.red, 4),
    word(385, 392, '桥梁实训场', 26),
    rect(560, 664, 240, 60, c.sand, 8),
    word(680, 704, '访客停车', 26),
    each(9, (i) => tree(520 + i * 96, 396)),
    each(7, (i) => tree(838 - (i % 2) * -44, 220 + i * 78)),
    each(6, (i) => tree(1290, 150 + i * 44)),
    // how to come in
    gate(1365, 420, '东门', 0, -32),
    gate(860, 765, '南门', 62, -6),
    rect(1500, 388, 60, 60, c.red, 8),
    word(1530, 428, '公交', 24, c.cream),
    word(1530, 486, '交通学院', 22),
    word(1530, 514, '东门站', 22),
    line('M1500,130 V50 M1500,50 L1484,78 M1500,50 L1516,78', c.ink, 5),
    word(1500, 168, '北', 28),
  )
