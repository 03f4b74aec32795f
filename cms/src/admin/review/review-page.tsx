import { Route, Routes } from 'react-router-dom'
import { ListsPage } from './lists-page'
import { SheetPage } from './sheet-page'

export default function ReviewPage() {
  return (
    <Routes>
      <Route index element={<ListsPage />} />
      <Route path="sheet/:uid/:documentId" element={<SheetPage />} />
    </Routes>
  )
}
