/**
 * A few English words are written into Strapi's components and no translation key reaches them: replaced where they appear.
 * Only an exact match counts, and nothing inside what people type is touched.
 */
const FIXED: Record<string, string> = {
  Clear: '清除',
  Close: '关闭',
  'Close modal': '关闭',
  Menu: '菜单',
  Edit: '编辑',
  Select: '请选择',
  Actions: '操作',
  Settings: '设置',
  Notification: '提醒',
  'Notifications alt+T': '提醒',
  Pagination: '翻页',
  pagination: '翻页',
  Search: '搜索',
  Editor: '编辑器',
  Loading: '正在加载',
  'Loading content.': '正在加载……',
  'Loading content...': '正在加载……',
  'Select or enter a value': '选择或输入',
  'No results found': '没有结果',
  'Unknown error occurred.': '出现未知错误。',
  'To pick up a draggable item, press the space bar. While dragging, use the arrow keys to move the item. Press space again to drop the item in its new position, or press escape to cancel.':
    '按空格键拿起，用方向键移动，再按空格键放下，按 Esc 键取消。',

  'Choose date': '选择日期',
  'Choose time': '选择时间',
  '清除 date': '清除日期',
  '清除 time': '清除时间',
  Month: '月',
  Year: '年',
  On: '是',
  Off: '否',
  ASC: '升序',
  DESC: '降序',

  documentId: '条目编号',
  name: '标题',
  status: '状态',
  draft: '草稿',
  published: '已发布',
  modified: '有修改未发布',
  'Publication status': '发布状态',
  Active: '已启用',
  Inactive: '未启用',
  Community: '社区版',

  Entry: '条目',
  Media: '媒体',
  Authenticated: '登录会员',
  'Default role given to authenticated user.': '登录后的会员自动具有的角色。',
  Public: '访客',
  'Default role given to unauthenticated user.': '未登录的访客具有的角色。',
  'The roles have loaded successfully': '角色已加载',

  Article: '文章',
  Column: '栏目',
  Contact: '联系我们',
  Lesson: '电教课程',
  Link: '党建链接',
  'Link-group': '链接分组',
  Micropost: '党建微博',
  Page: '页面',
  Policy: '政策法规',
  Publication: '发布记录',
  Representative: '党代表',
  'Site-setting': '网站设置',
  Speech: '领导讲话',
  Tag: '标签',
  Topic: '课程专题',
  Upload: '媒体库',
  'Users-permissions': '会员与权限',
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const ENGLISH_DAY = new RegExp(`(${MONTHS.join('|')}) (\\d{1,2})(?:st|nd|rd|th), (\\d{4})`)
/** “……”的权限设置 plugin: the last word is not part of any text. */
const PERMISSION_GROUP = /(?<=的权限设置) (?:plugin|settings)$/

const ATTRIBUTES = ['aria-label', 'placeholder', 'title']
const TYPED_BY_PEOPLE = 'input, textarea, [contenteditable="true"], [contenteditable=""], .CodeMirror, .cm-editor'

function inChinese(text: string): string | undefined {
  const day = ENGLISH_DAY.exec(text)
  if (PERMISSION_GROUP.test(text)) return text.replace(PERMISSION_GROUP, '')
  if (!day) return FIXED[text.trim().replaceAll(/\s+/g, ' ')]
  return text.replace(day[0], `${day[3]}年${MONTHS.indexOf(day[1]) + 1}月${day[2]}日`)
}

function translateText(node: Node) {
  const chinese = inChinese(node.nodeValue ?? '')
  if (chinese && !node.parentElement?.closest(TYPED_BY_PEOPLE)) node.nodeValue = chinese
}

function translateAttributes(element: Element) {
  for (const name of ATTRIBUTES) {
    const chinese = inChinese(element.getAttribute(name) ?? '')
    if (chinese) element.setAttribute(name, chinese)
  }
}

function translateTree(root: Node) {
  if (root.nodeType === Node.TEXT_NODE) return translateText(root)
  if (!(root instanceof Element)) return
  translateAttributes(root)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Element) translateAttributes(walker.currentNode)
    else translateText(walker.currentNode)
  }
}

export function translateFixedTexts(body: Element) {
  translateTree(body)
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') translateText(change.target)
      else if (change.type === 'attributes') translateAttributes(change.target as Element)
      else change.addedNodes.forEach(translateTree)
    }
  }).observe(body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  })
}
