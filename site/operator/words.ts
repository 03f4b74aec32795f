/** Figures as people read them. */
import { dayAndTime } from '../src/presentation/dates.ts'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

export function bytesInWords(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1)
  const value = bytes / 1024 ** step
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[step]}`
}

export const countInWords = (count: number): string => count.toLocaleString('zh-CN')

export function durationInWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} 毫秒`
  const seconds = ms / 1000
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} 秒`
  return `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`
}

export const momentInWords = (instant: string): string => dayAndTime(instant)

export const reasonInWords = {
  first: '首次生成',
  code: '程序或对外网址变了',
  settings: '栏目或站点设置变了',
  rebuild: '管理员要求重建',
} as const
