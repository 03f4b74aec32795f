/**
 * Makes lesson-audio.mp3: the transcript of the lesson 甘当路石, read aloud. By hand:
 *   node cms/sample/drawings/film/audio.ts
 * Needs ffmpeg and espeak-ng on the machine. A changed transcript needs its pinyin changed here.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { SAMPLES_PER_SECOND, speak, track } from './voice.ts'

const LONGEST_SENTENCE_S = 14
const LEAD_S = 0.4
const SENTENCE_PAUSE_S = 0.25
const PARAGRAPH_PAUSE_S = 0.7

const paragraphs: readonly (readonly string[])[] = [
  [
    'tong2 xue2 men5 hao3, zhe4 li3 shi4 lu4 shang5 de5 dang3 ke4.',
    'jin1 tian1 jiang3 si4 ge5 zi4: gan1 dang1 lu4 shi2.',
  ],
  [
    'wo3 men5 qu4 kan4 wang4 guo5 yi2 wei4 tui4 xiu1 yang3 lu4 gong1, ba1 shi2 ba1 sui4.',
    'ta1 shuo1, dang1 nian2 dao4 ban1 jiu3 ge5 ren2, guan3 shi2 qi1 gong1 li3.',
    'yi1 jiu3 qi1 yi1 nian2 ni2 shi2 liu2 mai2 le5 lu4, xia4 mian5 du3 zhe5 gei3 xian4 li3 song4 liang2 de5 che1 dui4.',
    'jiu3 ge5 ren2 he2 fu4 jin4 de5 zang4 zu2 qun2 zhong4 yi4 qi3, yong4 tie3 qiao1 he2 bei4 lou3, gan4 le5 liang3 tian1 liang3 ye4, lu4 tong1 le5.',
  ],
  [
    'wo3 men5 wen4 ta1, na4 shi2 hou5 xiang3 de5 shi4 shen2 me5.',
    'lao3 ren2 xiang3 le5 yi2 hui4 er5, shuo1:',
    'mei2 xiang3 sha2. che1 shang5 shi4 liang2, ren2 deng3 zhe5 chi1.',
  ],
  [
    'hou4 lai2 wo3 men5 ming2 bai5 le5, lu4 shi2 jiu4 shi4 zhe4 yang4 de5 dong1 xi5.',
    'ta1 bu2 zai4 lu4 mian4 shang5, guo4 lu4 de5 ren2 kan4 bu2 jian4 ta1; ke3 shi4 shao3 le5 ta1, lu4 jiu4 hui4 wang3 xia4 xian4.',
    'yi2 kuai4 shi2 tou5 shuo1 bu2 shang4 wei3 da4, yi2 kuai4 ai1 zhe5 yi2 kuai4, che1 jiu4 guo4 qu5 le5.',
  ],
  [
    'tong2 xue2 men5 jiang1 lai2 xiu1 lu4, yang3 lu4, kai1 che1, diao4 du4, duo1 shu4 shi2 hou5 ye3 mei2 you3 ren2 kan4 jian4.',
    'mei2 you3 ren2 kan4 jian4 de5 shi2 hou5, na4 ke1 luo2 shuan1 ning3 dao4 le5 wei4, na4 tiao2 lie4 feng4 liang2 dao4 le5 tou2, na4 fen4 ji4 lu4 mei2 you3 chao1 zuo2 tian1 de5,',
    'ni3 jiu4 shi4 yi2 kuai4 fang4 de5 wen3 wen3 de5 shi2 tou5.',
  ],
  [
    'dang3 yuan2 de5 gan1 dang1 liang3 zi4, nan2 zai4 yi2 ge5 gan1 zi4.',
    'bu2 shi4 bei4 bai3 zai4 na4 li3, shi4 zi4 ji3 yuan4 yi4 tang3 xia4 qu5, rang4 bie2 ren2 zou3 guo4 qu5.',
  ],
  [
    'xia4 ke4 yi3 hou4, qing3 ni3 gei3 jia1 li5 de5 zhang3 bei4 da3 ge5 dian4 hua4, wen4 yi2 wen4:',
    'zhe4 bei4 zi5, ta1 ti4 bie2 ren2 pu1 guo4 shen2 me5 lu4.',
  ],
]

let second = LEAD_S
const readings = []
for (const paragraph of paragraphs) {
  for (const sentence of paragraph) {
    const samples = await speak(sentence, LONGEST_SENTENCE_S)
    readings.push({ at: second, samples })
    second += samples.length / SAMPLES_PER_SECOND + SENTENCE_PAUSE_S
  }
  second += PARAGRAPH_PAUSE_S - SENTENCE_PAUSE_S
}

const target = join(import.meta.dirname, '../../media/lesson-audio.mp3')
const sound = ['-f', 's16le', '-ar', String(SAMPLES_PER_SECOND), '-ac', '1', '-i', '-']
const filter = ['-af', 'highpass=f=90,lowpass=f=6500,volume=-3dB', '-c:a', 'libmp3lame', '-b:a', '24k', '-ar', '22050']
const tags = ['-map_metadata', '-1', '-metadata', 'title=甘当路石']
const ffmpeg = spawn('ffmpeg', ['-y', '-v', 'error', ...sound, ...filter, ...tags, target], {
  stdio: ['pipe', 'inherit', 'inherit'],
})
ffmpeg.stdin.end(track(second, readings))
const [code] = await once(ffmpeg, 'close')
if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`)
console.log(`lesson-audio.mp3 ${Math.round(second)} s`)
