import type { MenuItemConstructorOptions } from 'electron'

/**
 * The menu: what copying, pasting and zooming need. It stands outside the page, so it knows no language switch and
 * is in Vietnamese.
 */
export function menuTemplate(platform: NodeJS.Platform, development: boolean): MenuItemConstructorOptions[] {
  const quit: MenuItemConstructorOptions = { role: 'quit', label: 'Thoát' }
  return [
    { label: platform === 'darwin' ? 'Sổ Một Cửa' : 'Tệp', submenu: [quit] },
    {
      label: 'Sửa',
      submenu: [
        { role: 'undo', label: 'Hoàn tác' },
        { role: 'redo', label: 'Làm lại' },
        { type: 'separator' },
        { role: 'cut', label: 'Cắt' },
        { role: 'copy', label: 'Sao chép' },
        { role: 'paste', label: 'Dán' },
        { role: 'selectAll', label: 'Chọn tất cả' },
      ],
    },
    {
      label: 'Xem',
      submenu: [
        { role: 'zoomIn', label: 'Phóng to' },
        // The same without Shift, as on most keyboards here.
        { role: 'zoomIn', label: 'Phóng to', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: 'Thu nhỏ' },
        { role: 'resetZoom', label: 'Cỡ bình thường' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Toàn màn hình' },
        ...(development ? [{ role: 'toggleDevTools', label: 'Công cụ lập trình' } as const] : []),
      ],
    },
  ]
}
