/**
 * A few English words are written into Strapi's components and no translation key reaches them: replaced where they appear.
 * Only an exact match counts, and nothing inside what people type is touched.
 */
const FIXED: Record<string, string> = {
  Clear: '清除',
  Close: '关闭',
  'Close modal': '关闭',
  Menu: '菜单',
  Loading: '正在加载',
  'Loading content.': '正在加载……',
  'Loading content...': '正在加载……',
  'Select or enter a value': '选择或输入',
  'No results found': '没有结果',
  'Choose date': '选择日期',
  'Choose time': '选择时间',
  Month: '月',
  Year: '年',
  On: '是',
  Off: '否',
  Pagination: '翻页',
  'Publication status': '发布状态',
  Notification: '提醒',
  'Unknown error occurred.': '出现未知错误。',
}

const ATTRIBUTES = ['aria-label', 'placeholder', 'title']
const TYPED_BY_PEOPLE = 'input, textarea, [contenteditable="true"], [contenteditable=""], .cm-editor, td'

function translateText(node: Node) {
  const chinese = FIXED[node.nodeValue?.trim() ?? '']
  if (chinese && !node.parentElement?.closest(TYPED_BY_PEOPLE)) node.nodeValue = chinese
}

function translateAttributes(element: Element) {
  for (const name of ATTRIBUTES) {
    const chinese = FIXED[element.getAttribute(name) ?? '']
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
