import { extendUpload } from '../../media/upload-plugin'

export default extendUpload
