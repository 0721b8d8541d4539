// Stands in for gtag.js: sets the cookies of the real one and sends nothing.
document.cookie = '_ga=GA1.1.1.1; Path=/; Max-Age=63072000';
document.cookie = '_ga_EXAMPLE1=GS2.1.s1; Path=/; Max-Age=63072000';
window.standInAnalytics = true;
