/** What the demonstration lesson shows and says for each sentence of its `captions_script`. */

export interface Shot {
  /** The sentence as it breaks into lines on the slide; joined, it is the caption. */
  lines: readonly string[]
  pinyin: string
  /** `part` is the part of the report that is being written on the sheet; `writes` lets its lines appear. */
  picture: { kind: 'cover' | 'talk' | 'blank' } | { kind: 'sheet'; part: number; writes: boolean }
}

export const PARTS = ['事情', '认识', '差距', '打算', '落款'] as const

export const shots: readonly Shot[] = [
  {
    lines: ['怎样写好一份', '思想汇报？'],
    pinyin: 'zen3 yang4 xie3 hao3 yi2 fen4 si1 xiang3 hui4 bao4?',
    picture: { kind: 'cover' },
  },
  {
    lines: ['思想汇报是写给党支部看的', '心里话。'],
    pinyin: 'si1 xiang3 hui4 bao4, shi4 xie3 gei3 dang3 zhi1 bu4 kan4 de5 xin1 li5 hua4.',
    picture: { kind: 'blank' },
  },
  {
    lines: ['开头先说清楚：', '这段时间我经历了什么。'],
    pinyin: 'kai1 tou2 xian1 shuo1 qing1 chu5: zhe4 duan4 shi2 jian1 wo3 jing1 li4 le5 shen2 me5.',
    picture: { kind: 'sheet', part: 0, writes: true },
  },
  {
    lines: ['只写一两件事，', '写具体，写真实。'],
    pinyin: 'zhi3 xie3 yi4 liang3 jian4 shi4, xie3 ju4 ti3, xie3 zhen1 shi2.',
    picture: { kind: 'sheet', part: 0, writes: false },
  },
  {
    lines: ['中间写认识：', '这件事让我想明白了什么。'],
    pinyin: 'zhong1 jian1 xie3 ren4 shi5: zhe4 jian4 shi4 rang4 wo3 xiang3 ming2 bai5 le5 shen2 me5.',
    picture: { kind: 'sheet', part: 1, writes: true },
  },
  {
    lines: ['理论学习要联系自己，', '不要大段抄原文。'],
    pinyin: 'li3 lun4 xue2 xi2 yao4 lian2 xi4 zi4 ji3, bu2 yao4 da4 duan4 chao1 yuan2 wen2.',
    picture: { kind: 'sheet', part: 1, writes: false },
  },
  {
    lines: ['然后写差距：', '哪里没有做好，为什么。'],
    pinyin: 'ran2 hou4 xie3 cha1 ju4: na3 li5 mei2 you3 zuo4 hao3, wei4 shen2 me5.',
    picture: { kind: 'sheet', part: 2, writes: true },
  },
  {
    lines: ['最后写打算：', '下一步做什么，', '什么时候做到。'],
    pinyin: 'zui4 hou4 xie3 da3 suan4: xia4 yi2 bu4 zuo4 shen2 me5, shen2 me5 shi2 hou5 zuo4 dao4.',
    picture: { kind: 'sheet', part: 3, writes: true },
  },
  {
    lines: ['落款写上姓名和日期。'],
    pinyin: 'luo4 kuan3 xie3 shang4 xing4 ming2 he2 ri4 qi1.',
    picture: { kind: 'sheet', part: 4, writes: true },
  },
  {
    lines: ['写完当面交给', '培养联系人，谈一谈。'],
    pinyin: 'xie3 wan2 dang1 mian4 jiao1 gei3 pei2 yang3 lian2 xi4 ren2, tan2 yi5 tan2.',
    picture: { kind: 'talk' },
  },
]
