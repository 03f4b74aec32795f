import { setBeijingTime } from './beijing-time'

setBeijingTime(globalThis)
