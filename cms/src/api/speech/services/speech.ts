import { factories } from '@strapi/strapi'

export default factories.createCoreService('api::speech.speech' as never)
