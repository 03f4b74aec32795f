import type { View } from './view'

export const siteSetting: View = {
  uid: 'api::site-setting.site-setting',
  mainField: 'siteName',
  sort: { by: 'updatedAt', order: 'DESC' },
  pageSize: 10,
  list: ['siteName', 'collegeName', 'updatedAt'],
  rows: [
    { siteName: 6, collegeName: 6 },
    { description: 12 },
    { logo: 12 },
    { leads: 12 },
    { sponsor: 6, organizer: 6 },
    { address: 8, postcode: 4 },
    { phone: 12 },
    { icpNumber: 6, policeNumber: 6 },
    { siteIdCode: 6 },
    { greyFrom: 4, greyUntil: 4, greyScope: 4 },
  ],
  fields: {
    siteName: { label: '网站名称', hint: '显示在页面顶部和浏览器标题中。修改设置后整个网站会重新生成。' },
    collegeName: { label: '学院名称' },
    description: { label: '网站简介', hint: '一两句话，供搜索引擎和分享时使用。' },
    logo: { label: '标识', hint: '页面顶部的标识图片，建议透明背景的 PNG。' },
    leads: {
      label: '首页头条',
      hint: '首页最上方的稿件，第一篇最大，可拖动排序，一般选一到五篇。只显示已发布的稿件。',
    },
    sponsor: { label: '主办单位', placeholder: '例如：中共陕西交通职业技术学院委员会' },
    organizer: { label: '承办单位', placeholder: '例如：党委组织部、党委宣传部' },
    address: { label: '地址' },
    postcode: { label: '邮编' },
    phone: { label: '电话' },
    icpNumber: {
      label: 'ICP 备案号',
      hint: '显示在每页底部，链接到工信部备案网站。',
      placeholder: '例如：陕ICP备00000000号-1',
    },
    policeNumber: { label: '公安备案号', hint: '显示在每页底部。', placeholder: '例如：陕公网安备61000000000000号' },
    greyFrom: {
      label: '哀悼置灰开始',
      hint: '到这一刻页面自动变为黑白，可以提前填好；不需要时两个时间都留空。',
    },
    greyUntil: { label: '哀悼置灰结束', hint: '到这一刻自动恢复原来的颜色，必须晚于开始时间。' },
    greyScope: { label: '置灰范围', hint: '整个网站，或者只有首页。' },
    siteIdCode: { label: '网站标识码', hint: '主管部门分配的标识码，没有则留空。' },
  },
}
