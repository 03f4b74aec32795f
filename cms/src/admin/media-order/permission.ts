export const SEE_MEDIA = [{ action: 'plugin::upload.read', subject: null }]
