/** Imported before anything of Strapi: there is no setting for a default language, it reads this key once at start. */
localStorage.setItem('strapi-admin-language', 'zh-Hans')
document.documentElement.lang = 'zh-Hans'
