import { factories } from '@strapi/strapi'

export default factories.createCoreService('api::micropost.micropost' as never)
