import { publicController } from '../../../content-api/controller'

export default publicController('topic')
