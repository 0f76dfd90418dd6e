/**
 * A script that has a link within the file arrive where it leads. Entries on the way are laid out, and get another height, only when
 * it has come near them, after which browsers hold on to the words in the window, not to the place that was asked for.
 */
export const arriveScript = `addEventListener("click",event=>{
const link=event.target.closest?.('a[href^="#"]');
if(!link||event.ctrlKey||event.metaKey||event.shiftKey)return;
let frames=4;
const arrive=()=>{
if(event.defaultPrevented)return;
document.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView({behavior:"instant"});
if(--frames>0)requestAnimationFrame(arrive)};
requestAnimationFrame(arrive)});`
