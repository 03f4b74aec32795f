/** The menu over an entry: what somebody may not do is not offered, and the builder of content types to nobody. */
import { useAuth } from '@strapi/strapi/admin'

type Action = { (props: unknown): unknown; type?: string; position?: string }

const CONFIGURE_VIEW = 'plugin::content-manager.collection-types.configure-view'

/** An action is called as a hook is: once for every render, its answer null when there is nothing to offer. */
function onlyFor(permission: string, action: Action): Action {
  const guarded: Action = (props) => {
    const isAllowed = useAuth('DeskHeaderActions', ({ permissions }) =>
      permissions.some((held) => held.action === permission),
    )
    const offered = action(props)
    return isAllowed ? offered : null
  }
  guarded.type = action.type
  guarded.position = action.position
  return guarded
}

export function limitHeaderActions(actions: Action[]): Action[] {
  return actions
    .filter(({ type }) => type !== 'edit-the-model')
    .map((action) => (action.type === 'configure-the-view' ? onlyFor(CONFIGURE_VIEW, action) : action))
}
