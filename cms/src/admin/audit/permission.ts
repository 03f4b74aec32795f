export const READ_AUDIT = [{ action: 'admin::audit.read', subject: null }]
