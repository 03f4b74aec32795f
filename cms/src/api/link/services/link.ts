import { factories } from '@strapi/strapi'

export default factories.createCoreService('api::link.link' as never)
