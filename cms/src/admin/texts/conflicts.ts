/** What is said when two people have changed one entry. */
export const conflicts = {
  unreachable: '网络已断开，没有保存成功；内容已存在本机，恢复后请再保存一次。',
  title: '别人也改了这篇内容',
  who: (actor: string, instant: string) =>
    `您打开之后，${actor}在 ${instant} 保存过。两边的内容都在，请选择保留哪些；选好后内容会放进表单，由您检查后再保存。`,
  somebody: '别人',
  sides: { mine: '只有您改了', theirs: '只有对方改了', both: '两人都改了' },
  mine: '我写的',
  theirs: '对方保存的',
  useMine: '用我的',
  useTheirs: '用对方的',
  keepMine: '保留我的（覆盖）',
  takeTheirs: '采用对方的',
  merge: '按上面逐项选择的合并',
  later: '以后再说',
  loading: '正在取对方保存的内容……',
  failed: '没能取到对方保存的内容，请稍后再保存一次。您写的都还在。',
  same: '两边的内容相同，请再保存一次。',
  merged: '已放进表单，请检查后保存。',
  taken: '已换成对方保存的内容。',
  relationOnlyTheirs: '关联内容由对方修改，合并后可在表单里再改。',
} as const
