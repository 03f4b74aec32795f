import { factories } from '@strapi/strapi'

export default factories.createCoreService('api::column.column' as never)
