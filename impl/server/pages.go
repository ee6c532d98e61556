package server

func (s *Server) mountPages() error { return nil }
