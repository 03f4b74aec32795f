import type { Core } from '@strapi/types'
import { applyChanged } from './applied'
import { type Configuration, configure, type Model } from './views/configuration'
import { componentViews, views } from './views/index'
import type { ComponentView, View } from './views/view'

/** The part of the Content Manager's own services that we use; their types are not exported. */
type ModelService = {
  findConfiguration(model: Model): Promise<Configuration>
  updateConfiguration(model: Model, configuration: Configuration): Promise<unknown>
}
type ContentTypes = ModelService & { findContentType(uid: string): Model | undefined }
type Components = ModelService & { findComponent(uid: string): Model | undefined }

const idOf = ({ uid }: View | ComponentView) => uid

async function applyView(service: ModelService, model: Model | undefined, view: View | ComponentView) {
  if (!model) throw new Error(`The desk has a view for ${view.uid}, which does not exist`)
  await service.updateConfiguration(model, configure(view, model, await service.findConfiguration(model)))
}

/** Call in `bootstrap`, after the Content Manager has made its own defaults. */
export async function applyViews(strapi: Core.Strapi): Promise<void> {
  const contentManager = strapi.plugin('content-manager')
  const types = contentManager.service('content-types') as ContentTypes
  const components = contentManager.service('components') as Components
  await applyChanged(strapi, { name: 'views', items: views, idOf }, (view) =>
    applyView(types, types.findContentType(view.uid), view),
  )
  await applyChanged(strapi, { name: 'component-views', items: componentViews, idOf }, (view) =>
    applyView(components, components.findComponent(view.uid), view),
  )
}
