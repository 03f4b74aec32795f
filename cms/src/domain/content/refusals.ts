/** What is said when content is refused: a stable code and one Chinese sentence that tells what to do. */
export const refusals = {
  SLUG_MALFORMED: '网址短名只能用小写字母、数字和单个连字符，例如 20261123-01；也可以留空，由系统生成。',
  SLUG_RESERVED: '这个网址短名由门户自己使用，请换一个。',
  SLUG_TAKEN: '已有别的内容使用这个网址短名，请换一个，或留空由系统生成。',
  COLUMN_MISSING: '还没有选择栏目，请为稿件选择栏目后再发布；如果没有合适的栏目，请平台管理员在“栏目”里建立。',
  COLUMN_KIND: '这个栏目不收这类内容，请另选栏目。',
  COLUMN_IN_USE: '栏目里还有内容，不能删除；可以先把内容移到别的栏目，或把栏目设为不显示。',
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
  DOCX_NOT_WORD:
    '这不是 .docx 文档（可能是旧的 .doc、设了密码，或只改了扩展名）。请在 Word 或 WPS 里打开它，另存为“Word 文档（.docx）”后再导入。',
  DOCX_BROKEN: '这个 Word 文档已损坏，读不出来。请在 Word 或 WPS 里打开它，另存一份后再导入。',
  DOCX_TOO_LARGE:
    '这个 Word 文档太大，没有导入：文件不超过 30 MB，解开后不超过 200 MB，正文不超过 8 MB。请拆开或压缩图片后再导入。',
  DOCX_EMPTY: '这个 Word 文档里没有文字，没有建立草稿。',
  PREVIEW_LINK: '预览链接无效或已过期，请在管理台重新打开预览。',
  QUERY_NOT_ALLOWED: '查询参数不受支持。',
  BAD_REQUEST: '请求格式不对。',
} as const

export type RefusalCode = keyof typeof refusals
