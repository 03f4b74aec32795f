import { factories } from '@strapi/strapi'

export default factories.createCoreService('api::link-group.link-group' as never)
