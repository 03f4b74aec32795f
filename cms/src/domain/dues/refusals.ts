/** Why dues are refused. What is refused to a calculator says what to type instead. */
export const duesRefusals = {
  DUES_BODY: '请求应当是一个 JSON 对象，例如 {"category":"salaried","base":"3456.78","month":"2026-11"}。',
  DUES_FIELD_UNKNOWN:
    '请求里有不认识的项目：只收 category（人员类别）、base（基数）、month（月份）三项，请去掉其余的。',
  DUES_CATEGORY: '请选择人员类别。',
  DUES_BASE_NOT_TEXT: '基数要写成带引号的文字，例如 "3456.78"，不能是数字或其他形式，以免在途中丢掉尾数。',
  DUES_BASE_EMPTY: '请填写基数，单位是元，例如 3456.78。',
  DUES_BASE_NEGATIVE: '基数不能是负数，请填写实际的金额。',
  DUES_BASE_MALFORMED: '基数只能写数字和一个小数点，例如 3456.78；不要写千分号、单位、空格或科学记数法。',
  DUES_BASE_DECIMALS: '基数最多写两位小数，精确到分，例如 3456.78。',
  DUES_BASE_TOO_LARGE: '基数太大，最多 9999999.99 元。请检查是不是多写了几位，或者把年收入当成了月收入。',
  DUES_CHOSEN_RANGE: '农民党员每月在 0.20 元至 1.00 元之间选定一个数，请填写这个范围里的金额。',
  DUES_MONTH: '月份要写成“年-月”，例如 2026-11。',
  DUES_MONTH_RANGE: '只能计算2008年4月以后、今后两年以内的月份，请改一个月份。',
  DUES_DECISION_PERIOD: '减免的截止月份早于开始月份，请核对起止月份。',
  DUES_DECISION_ORDER: '要先由支部研究、再由上一级党委批准，且都不能晚于今天，请核对两个日期（第七条）。',
  DUES_DECISION_BRANCH: '减免要由党员所在的支部研究，请选择本人所在的支部（第七条）。',
  DUES_DECISION_COMMITTEE: '减免要由支部的上一级党委批准，请选择上一级党委（第七条）。',
  DUES_CONSENT_MISSING: '按季度交纳或者由别人代交，要先经支部同意，请填写支部同意的日期（第十二条）。',
  DUES_CONSENT_BRANCH: '要由党员所在的支部同意，请选择本人所在的支部（第十二条）。',
  DUES_PAYER_IS_MEMBER: '代交人就是本人，请改为“本人交纳”，或者选择真正的代交人。',
} as const
export type DuesRefusal = keyof typeof duesRefusals
