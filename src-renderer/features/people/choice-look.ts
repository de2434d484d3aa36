/** The look of a box or a button to tick, and of the words under it that say what it means. */
export const CHOICE = { mr: 0, '& .MuiCheckbox-root, & .MuiRadio-root': { py: 0.25 } }
export const CHOICE_HINT = { ml: '29px', color: 'text.secondary' }
