/** What is said before somebody who does nothing is logged out, and when the connection is lost. */
export const session = {
  title: '即将自动退出登录',
  body: (minutes: number) => `您已有 ${minutes} 分钟没有操作。为了安全，将在以下时间后退出登录：`,
  kept: '没保存的内容已存在本机，再次登录后可以恢复。',
  stay: '继续工作',
  leave: '现在退出',
  left: (seconds: number) => `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`,
  lost: '网络已断开，内容已存在本机。恢复后可以继续保存，请不要关闭这个页面。',
  back: '网络已恢复，可以保存了。',
} as const
