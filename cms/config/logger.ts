import { readEnvironment } from '../src/environment'

export default () => ({ level: readEnvironment().LOG_LEVEL })
