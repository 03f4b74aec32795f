import type { ComponentView, View } from './view'

export const contact: View = {
  uid: 'api::contact.contact',
  mainField: 'address',
  sort: { by: 'updatedAt', order: 'DESC' },
  pageSize: 10,
  list: ['address', 'phone', 'email', 'updatedAt'],
  rows: [
    { intro: 12 },
    { address: 8, postcode: 4 },
    { phone: 6, email: 6 },
    { officeHours: 12 },
    { offices: 12 },
    { map: 8, coordinates: 4 },
    { body: 12 },
  ],
  fields: {
    intro: { label: '开头语', hint: '页面开头的一段话，可不填。' },
    address: { label: '地址' },
    postcode: { label: '邮编' },
    phone: { label: '电话', hint: '总机或值班电话，含区号。', placeholder: '例如：029-00000000' },
    email: { label: '邮箱' },
    officeHours: { label: '办公时间', placeholder: '例如：工作日 8:30—12:00，14:00—17:30' },
    offices: { label: '各办公室', hint: '逐个添加各部门的联系方式，可拖动调整顺序。' },
    map: { label: '位置图', hint: '学院位置示意图。替代文字请写明到达方式。' },
    coordinates: {
      label: '坐标',
      hint: '经度,纬度（高德地图的坐标拾取器可以查到）。填写后页面上有“在地图上查看”。',
      placeholder: '例如：108.940212,34.341568',
    },
    body: { label: '补充说明', hint: '交通路线等其他内容，可不填。' },
  },
}

export const office: ComponentView = {
  uid: 'contact.office',
  mainField: 'name',
  rows: [{ name: 6, place: 6 }, { phone: 6, email: 6 }, { duty: 12 }],
  fields: {
    name: { label: '名称', placeholder: '例如：党委组织部' },
    place: { label: '地点', placeholder: '例如：行政楼 305 室' },
    phone: { label: '电话', placeholder: '例如：029-00000000' },
    email: { label: '邮箱' },
    duty: { label: '职责', hint: '一句话说明负责什么，便于读者找对部门。' },
  },
}
