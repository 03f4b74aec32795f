import { publicRouter } from '../../../content-api/router'

export default publicRouter('representative')
