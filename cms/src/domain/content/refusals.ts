/** What is said when content is refused: a stable code and one Chinese sentence that tells what to do. */
import { memberRefusals } from '../access/refusals'
import { duesRefusals } from '../dues/refusals'

export const refusals = {
  ...memberRefusals,
  SLUG_MALFORMED: '网址短名只能用小写字母、数字和单个连字符，例如 20261123-01；也可以留空，由系统生成。',
  SLUG_RESERVED: '这个网址短名由门户自己使用，请换一个。',
  SLUG_TAKEN: '已有别的内容使用这个网址短名，请换一个，或留空由系统生成。',
  COLUMN_MISSING: '还没有选择栏目，请为稿件选择栏目后再发布；如果没有合适的栏目，请平台管理员在“栏目”里建立。',
  COLUMN_KIND: '这个栏目不收这类内容，请另选栏目。',
  COLUMN_IN_USE: '栏目里还有内容，不能删除；可以先把内容移到别的栏目，或把栏目设为不显示。',
  GREY_OPEN: '哀悼置灰要同时填写开始和结束两个时间；不需要时两个都留空。',
  GREY_ORDER: '哀悼置灰的结束时间要晚于开始时间，请检查两个时间。',
  PUBLICITY_REVERSED: '公示期的截止日早于开始日，请核对这两个日期。',
  TOO_MANY_PICTURES: '一条微博最多九张图片，请删去多余的图片。',
  FILE_TYPE_NOT_ACCEPTED:
    '不收这种类型的文件。可以上传图片（JPEG、PNG、WebP、GIF、AVIF）、PDF、Office 和 WPS 文档、音频、视频和字幕；压缩包请解开后逐个上传。',
  FILE_NOT_WHAT_IT_SAYS:
    '文件的内容与扩展名不符，可能已损坏或被改过名。请用原来的软件打开它，另存为正确的格式后再上传。',
  FILE_EMPTY: '这个文件是空的，请检查后重新选择。',
  FILE_TOO_LARGE:
    '文件太大：图片不超过 50 MB，文档不超过 100 MB，音频不超过 200 MB，视频不超过 512 MB。请压缩后再上传。',
  PICTURE_HEIC:
    '这是 HEIC 格式的照片，浏览器大多打不开。请在手机“设置—相机—格式”里选“兼容性最佳”，或把照片另存为 JPEG 后再上传。',
  PICTURE_FORMAT: '网页上不能直接使用这种格式的图片，请另存为 JPEG 或 PNG 后再上传。',
  PICTURE_BROKEN: '这张图片已损坏，无法完整读取。请用看图软件打开原图，另存为 JPEG 或 PNG 后再上传。',
  PICTURE_TOO_MANY_PIXELS: '这张图片的像素太多（动图按各帧相加），上限是 1 亿像素。请先缩小尺寸再上传。',
  REPLACEMENT_OF_OTHER_TYPE:
    '替换用的文件必须与原文件是同一类型，否则原来的地址会打不开。请作为新文件上传，再到稿件里改用它。',
  REVIEW_INCOMPLETE: '还没有通过应有的审核，不能发布。请先在“审核”里送审，等各级审核通过后再发布。',
  REVIEW_STALE: '稿件刚刚被改动过，与您看到的不是同一个版本。请刷新页面，看过最新内容后再操作。',
  REVIEW_MOVED_ON: '刚刚有人先一步处理了这篇稿件，请刷新页面查看最新的审核情况。',
  REVIEW_NOT_NEEDED: '这个栏目的内容不需要审核，可以直接发布。',
  REVIEW_ALREADY_SUBMITTED: '这个版本已经送审，不必重复送审。',
  REVIEW_NOT_WAITING: '稿件现在不在审核中，不能这样操作。请刷新页面查看最新情况。',
  REVIEW_LEVEL_ORDER: '现在轮到的不是这一级审核，请刷新页面查看最新情况。',
  REVIEW_NOT_YOURS: '您的角色不负责这一级审核。',
  REVIEW_OWN_WORK: '您写过或改过这篇稿件，不能审核自己的稿件，请由其他人审核。',
  REVIEW_TWICE: '您已经通过了前面的一级审核，同一篇稿件不能由一个人审两级，请由其他人审核。',
  REVIEW_NOTE_MISSING: '退回时请写明意见，让作者知道怎样修改。',
  REVIEW_NOT_SUBMITTER: '只有稿件的作者或送审人可以撤回。',
  REVIEW_NOT_URGENT: '这篇稿件不需要紧急发布：它可以按正常方式发布。',
  REVIEW_REASON_TOO_SHORT: '请写明紧急发布的理由，至少十个字。',
  DOCUMENT_CHANGED:
    '您打开之后，别人又保存了这篇内容，所以这次没有存进去。您写的都还在，请比较两边的内容，再决定保留哪些。',
  VERSION_MISSING: '这个历史版本已经不在了，请刷新后另选一个。',
  CHECKS_FAILED: '发布前检查发现了必须先改的问题，还不能发布。请在右边“发布前检查”里逐条改好，保存后再发布。',
  WORDING_FILE: '读不出这个文件。请用 Excel（.xlsx）或 CSV 文件，第一列是错误用语，第二列是正确用语。',
  WORDING_PROBLEMS: '文件里有不能导入的行，请按提示改好后再导入；现在什么都没有导入。',
  SCHEDULE_PAST: '时间已过，或离现在不到一秒，请选一个将来的时间。',
  SCHEDULE_TOO_FAR: '最多可以提前两年定时，请选近一些的时间。',
  SCHEDULE_ORDER: '下线时间要晚于发布时间。',
  SCHEDULE_NOTHING_TO_TAKE_DOWN: '这篇内容还没有发布，也没有定时发布，不用定时下线。请同时填写发布时间。',
  SCHEDULE_COLUMN_MISSING: '还没有选择栏目，请先选好栏目并保存，再定时发布。',
  SCHEDULE_COLUMN_KIND: '所选的栏目不收这类内容，请换一个栏目并保存，再定时发布。',
  SCHEDULE_COLUMN_HIDDEN: '所选的栏目现在不显示，发布了读者也看不到。请换一个栏目，或请平台管理员先显示这个栏目。',
  SCHEDULE_PIN_OVER: '置顶截止时间不晚于发布时间，置顶不会起作用。请改置顶截止时间或把它清空，保存后再定时。',
  SCHEDULE_REVIEWS_MISSING: '审核还没有全部通过，不能定时发布。',
  SCHEDULE_NOT_SAVED: '请先保存内容，再设定时间。',
  SCHEDULE_NO_DRAFTS: '这类内容保存后立即生效，不能定时。',
  SCHEDULE_GONE: '这一项定时已经执行、取消或被改过，请刷新后再看。',
  SCHEDULE_REFUSED: '这样定时不行。',
  DOCX_NOT_WORD:
    '这不是 .docx 文档（可能是旧的 .doc、设了密码，或只改了扩展名）。请在 Word 或 WPS 里打开它，另存为“Word 文档（.docx）”后再导入。',
  DOCX_BROKEN: '这个 Word 文档已损坏，读不出来。请在 Word 或 WPS 里打开它，另存一份后再导入。',
  DOCX_TOO_LARGE:
    '这个 Word 文档太大，没有导入：文件不超过 30 MB，解开后不超过 200 MB，正文不超过 8 MB。请拆开或压缩图片后再导入。',
  DOCX_EMPTY: '这个 Word 文档里没有文字，没有建立草稿。',
  PREVIEW_LINK: '预览链接无效或已过期，请在管理台重新打开预览。',
  FILE_IN_USE: '文件正在使用，不能删除；请先在用到它的地方换掉它。',
  AUDIT_EXPORT_TOO_LARGE: '一次最多导出两万条，请缩小时间范围，分几次导出。',
  REPORT_NOTE_TOO_LONG: '处理说明太长，请写得短一些，不超过 500 个字。',
  REPORT_MOVED_ON: '刚刚有人先一步处理或删除了这条报错，请刷新页面查看最新情况。',
  ...duesRefusals,
  QUERY_NOT_ALLOWED: '查询参数不受支持。',
  BAD_REQUEST: '请求格式不对。',
} as const

export type RefusalCode = keyof typeof refusals
