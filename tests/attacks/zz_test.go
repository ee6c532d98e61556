package attacks_test
import ("testing";"strings")
func TestZZ(t *testing.T){ onStage(t, func(t *testing.T, s *stage){
 for _,a:=range acts(){ if !strings.HasPrefix(a.name,"zitadel UpdateUser"){continue}
  c:=a.play(s); body:=fields(t,c); n:=s.Hasher.Count()
  x:=respelled(body, strings.ToUpper)
  ans:=s.Do(withFields(c,x)); t.Log(a.name, ans.Status, ans.Body, s.Hasher.Count()-n, x)
 } }) }
