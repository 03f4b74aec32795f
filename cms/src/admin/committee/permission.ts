export const MANAGE_COMMITTEE = [{ action: 'admin::committee.manage', subject: null }]
