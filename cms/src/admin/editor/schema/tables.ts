/** A cell holds lines, nothing larger: that is what Markdown can say of it. */
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

const align = {
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute('align') || element.style.textAlign || null,
  // the attribute for other programs, the class as the page has it
  renderHTML: ({ align: side }: Record<string, unknown>) => (side ? { align: side, class: side } : {}),
}

export const tables = [
  Table.extend({ renderHTML: () => ['div', { class: 'table-scroll' }, ['table', ['tbody', 0]]] }).configure({
    resizable: false,
    // its view writes widths that nobody has set
    View: null,
  }),
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
