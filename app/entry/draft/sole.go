package draft

// One is the citation that stands for the only source in which anything was typed; nil:
// there is none, or more than one.
func (d *Draft) One() *Citation {
	var one *Citation
	for _, q := range d.Citations {
		switch {
		case q.Blank():
		case one == nil:
			one = q
		case q.Item.Key == "" || q.Item.Key != one.Item.Key:
			return nil
		}
	}
	return one
}

// KeepSole has what rested on the only source, without naming it, name it once there is
// another: a source that is added does not take away what the first one says. It is to be
// called after every change.
func (d *Draft) KeepSole() {
	if one := d.One(); one != nil {
		d.Sole = one.ID
		return
	}
	sole := d.Sole
	d.Sole = ""
	kept := false
	for _, q := range d.Citations {
		kept = kept || q.ID == sole && !q.Blank()
	}
	if !kept {
		return
	}
	bind := func(c *Cites) {
		if len(c.IDs) == 0 && !c.Nothing {
			c.IDs = []string{sole}
		}
	}
	for _, p := range d.Phases {
		if p.Base.ID == "" && !p.Blank() {
			bind(&p.Cites)
		}
	}
	for _, c := range d.Claims {
		if c.isNew() && c.says() {
			bind(&c.Cites)
		}
	}
}
