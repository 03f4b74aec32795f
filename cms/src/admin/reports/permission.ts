export const HANDLE_REPORTS = [{ action: 'admin::reports.handle', subject: null }]
