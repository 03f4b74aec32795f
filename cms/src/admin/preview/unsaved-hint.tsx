/** A preview shows what has been saved. While there is something else in the form, the panel with the button says so. */
import { Flex, Typography } from '@strapi/design-system'
import { useForm } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import { contentManager } from '../texts/content-manager'

type Panel = { title: string; content: ReactNode }
type PanelComponent = { (props: unknown): Panel | null; type?: string }

const PREVIEW_TITLE = contentManager['preview.panel.title']

/** A panel is called as a hook is: once for every render. */
function withHint(panel: PanelComponent): PanelComponent {
  const hinting: PanelComponent = (props) => {
    const isModified = useForm('UnsavedHint', ({ modified }) => modified)
    const shown = panel(props)
    if (shown?.title !== PREVIEW_TITLE) return shown
    const hint = isModified ? '有改动还没有保存：请先保存，再打开预览。' : '按已保存的草稿显示，不影响线上页面。'
    return {
      ...shown,
      content: (
        <Flex direction="column" alignItems="stretch" gap={2} width="100%">
          {shown.content}
          <Typography variant="pi" textColor={isModified ? 'warning600' : 'neutral600'}>
            {hint}
          </Typography>
        </Flex>
      ),
    }
  }
  hinting.type = panel.type
  return hinting
}

export const hintUnsaved = (panels: PanelComponent[]): PanelComponent[] => panels.map(withHint)
