import { factories } from '@strapi/strapi'

export default factories.createCoreService('api::representative.representative' as never)
