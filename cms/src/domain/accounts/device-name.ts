/** What a browser says of itself, in the words of the person who uses it. Order counts: most browsers claim to be others, too. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/wxwork/i, '企业微信'],
  [/\bQQ\//, 'QQ'],
  [/HuaweiBrowser|ArkWeb/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/VivoBrowser/i, 'vivo 浏览器'],
  [/HeyTapBrowser|OppoBrowser/i, 'OPPO 浏览器'],
  [/UCBrowser/i, 'UC 浏览器'],
  [/MQQBrowser|QQBrowser/i, 'QQ 浏览器'],
  [/QihooBrowser|360SE|360EE/i, '360 浏览器'],
  [/SamsungBrowser/i, '三星浏览器'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, '火狐'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙手机'],
  [/iPad/, 'iPad'],
  [/iPhone|iPod/, 'iPhone'],
  [/Android.*Mobile/, '安卓手机'],
  [/Android/, '安卓平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh|Mac OS X/, 'Mac 电脑'],
  [/Linux|X11/, 'Linux 电脑'],
]

const found = (table: [RegExp, string][], userAgent: string) => table.find(([sign]) => sign.test(userAgent))?.[1]

export function deviceName(userAgent: string | null): string {
  if (!userAgent) return '未知设备'
  const browser = found(browsers, userAgent)
  const system = found(systems, userAgent)
  if (!browser && !system) return '未知设备'
  return [system ?? '未知设备', browser].filter(Boolean).join(' · ')
}
