/** A cell holds lines, nothing larger: that is what Markdown can say of it. */
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

const align = {
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute('align') || element.style.textAlign || null,
  renderHTML: ({ align: side }: Record<string, unknown>) => (side ? { align: side } : {}),
}

export const tables = [
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({
    content: 'paragraph+',
    addAttributes() {
      return { ...this.parent?.(), align }
    },
  }),
  TableHeader.extend({
    content: 'paragraph+',
    addAttributes() {
      return { ...this.parent?.(), align }
    },
  }),
]
