/** What is said about text that has not been saved: kept on the device, offered again. */
export const unsaved = {
  kept: (instant: string) => `未保存的内容已存在本机（${instant}）`,
  notKept: '未保存的内容没能存在本机，请尽快保存。',
  title: '有上次没保存的内容',
  body: (instant: string) => `这台电脑上存有您 ${instant} 写的、没有保存的内容。`,
  compare: '与已保存的内容相比：',
  newEntry: '还没有保存过的新内容：',
  overtaken: '其后又有人保存过。恢复后保存时，会让您逐项比较。',
  restore: (instant: string) => `恢复未保存的内容（${instant}）`,
  discard: '放弃',
  later: '以后再说',
  restored: '已放回表单，请检查后保存。',
  widget: '本机未保存的内容',
  nothing: '没有。写到一半、没保存就离开的内容会列在这里，只有您的账号看得到，最多留三十天。',
  untitled: '（无标题）',
  newOne: '新建',
} as const

export const unsavedTitles: Record<string, string> = { 'unsaved.widget': unsaved.widget }
